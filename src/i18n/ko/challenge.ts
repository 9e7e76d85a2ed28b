export const challenge = {
  'challenge.evidence.of': '{name} 님의 {competency}',
  'challenge.evidence.facts': '이 근거에 대하여',
  'challenge.evidence.competency': '역량',
  'challenge.evidence.from': '누구의 말',
  'challenge.evidence.shown-on': '보여 준 날',
  'challenge.evidence.recorded-on': '기록한 때',
  'challenge.evidence.result': '결과',
  'challenge.evidence.weight': '오늘의 반영 비중',
  'challenge.evidence.effect': '오늘의 영향',
  'challenge.evidence.revoked': '{day}에 취소되었습니다. 까닭: {reason}',
  'challenge.evidence.details-only': '자세히',
  'challenge.evidence.details': '자세히 · 이의 제기',
  'challenge.evidence.by': '{name} 님',

  'challenge.open-tag': '이의 제기 중',
  'challenge.still-counts':
    '이의를 제기해 답을 기다리고 있습니다. 답이 올 때까지 이 근거는 그대로 반영됩니다.',
  'challenge.history': '오간 이야기',
  'challenge.none': '이 근거에 이의를 제기한 적이 없습니다.',
  'challenge.raised': '{day}에 제기한 이의',
  'challenge.with-trainers': '강사가 답합니다. {day}까지 답이 없으면 관리자에게 넘어갑니다.',
  'challenge.with-administrators': '{day}부터 관리자가 답을 맡았습니다.',
  'challenge.outcome.stands': '근거가 그대로 남았습니다',
  'challenge.outcome.revoked': '근거가 취소되었습니다',
  'challenge.outcome.withdrawn': '이의를 거두었습니다',
  'challenge.answered': '{day}에 {name} 님의 답',
  'challenge.withdrawn-on': '{day}에 스스로 거두었습니다.',

  'challenge.raise': '이의 제기하기',
  'challenge.raise-how':
    '이 근거가 잘못되었다고 생각하면 까닭을 적어 주십시오. 담당 강사가 읽고 답합니다. 14일 동안 답이 없으면 관리자에게 넘어갑니다.',
  'challenge.raise-again':
    '답을 받아들이기 어렵다면 다시 물을 수 있습니다. 이번에는 관리자가 읽고 답합니다.',
  'challenge.why': '무엇이 잘못되었습니까?',
  'challenge.send': '이의 보내기',
  'challenge.withdraw': '이의 거두기',
  'challenge.sent': '이의를 보냈습니다. 답이 오면 ‘내 배움’에 나옵니다.',
  'challenge.answer': '답하기',
  'challenge.verdict': '이 근거를 어떻게 합니까?',
  'challenge.verdict.stands': '그대로 둡니다',
  'challenge.verdict.revoked': '취소합니다. 더는 수준에 반영하지 않습니다',
  'challenge.answer-why': '그렇게 판단한 까닭',
  'challenge.answer-send': '답 보내기',
  'challenge.answered-done': '답을 보냈습니다. 이의를 제기한 사람에게 알렸습니다.',
  'challenge.revoke': '이 근거 취소하기',
  'challenge.revoke-how':
    '취소해도 지워지지 않고 까닭과 함께 남습니다. 역량은 이 근거가 없었던 것처럼 다시 계산됩니다.',
  'challenge.revoked-done': '근거를 취소했습니다.',
  'challenge.withdrawn-done': '이의를 거두었습니다.',

  'challenge.list.title': '이의 제기',
  'challenge.list.lead':
    '자신에 관한 근거가 잘못되었다고 말한 사람들입니다. 오래 기다린 순서로 나옵니다.',
  'challenge.list.link': '답할 이의 {n}건',
  'challenge.list.open': '답을 기다리는 이의',
  'challenge.list.open-none': '답을 기다리는 이의가 없습니다.',
  'challenge.list.closed': '끝난 이의',
  'challenge.list.closed-none': '끝난 이의가 없습니다.',
  'challenge.list.waiting': '{n}일째 기다립니다',
  'challenge.list.today': '오늘 제기했습니다',
  'challenge.list.up': '관리자가 답할 차례',
  'challenge.list.mine': '내가 제기한 이의',

  'challenge.signature.title': '서명',
  'challenge.signature.list': '서명을 기다리는 수준',
  'challenge.signature.list-lead':
    '규칙이 제안한 수준 가운데 사람의 서명이 있어야 확인되는 것입니다. 근거를 읽고 판단해 주십시오.',
  'challenge.signature.list-none': '서명을 기다리는 수준이 없습니다.',
  'challenge.signature.link': '서명을 기다리는 수준 {n}건',
  'challenge.signature.caption': '서명을 기다리는 사람과 역량',
  'challenge.signature.level': '제안된 수준',
  'challenge.signature.read': '근거를 읽고 서명하기',
  'challenge.signature.demanded': '이 역량은 강사가 서명해야 확인됩니다.',
  'challenge.signature.proposed':
    '규칙은 {level} 수준을 제안합니다. 이 수준 이상일 확률은 {percent}%입니다.',
  'challenge.signature.nothing':
    '지금 규칙이 제안하는 수준이 없어 서명할 것이 없습니다. 서로 다른 두 종류의 근거가 있고 확률이 80% 이상이어야 합니다.',
  'challenge.signature.already': '제안된 수준에는 이미 서명이 있습니다.',
  'challenge.signature.how':
    '서명하면 이름과 날짜, 지금의 추정과 역량 체계의 판이 함께 남습니다. 근거를 읽고 실제 모습과 맞을 때만 서명해 주십시오.',
  'challenge.signature.sign': '{level} 수준에 서명하기',
  'challenge.signature.signed': '서명했습니다.',
  'challenge.signature.by-rule': '사람의 서명 없이 규칙에 따라 확인되었습니다.',
  'challenge.signature.stands': '{day}에 {name} 님이 {level} 수준에 서명했습니다',
  'challenge.signature.needs-refresh':
    '{day}에 {name} 님이 {level} 수준에 서명했으나 다시 확인이 필요합니다',
  'challenge.signature.withdrawn':
    '{day}에 {name} 님이 {level} 수준에 한 서명을 거두었습니다: {reason}',
  'challenge.signature.then': '서명할 때의 확률 {percent}%, 역량 체계 {version}판',
  'challenge.signature.withdraw': '서명 거두기',
  'challenge.signature.withdraw-how':
    '서명은 지워지지 않고 까닭과 함께 남지만, 수준을 확인해 주지 않습니다.',
  'challenge.signature.withdrawn-done': '서명을 거두었습니다.',

  'problem.challenge-own-word':
    '스스로 매긴 것에는 이의를 제기할 필요가 없습니다. 다시 매기면 됩니다.',
  'problem.evidence-revoked': '이미 취소된 근거입니다.',
  'problem.challenge-open': '이 근거에는 이미 이의를 제기했습니다. 답을 기다려 주십시오.',
  'problem.challenges-enough':
    '답을 기다리는 이의가 이미 {max}건 있습니다. 답이 온 뒤에 다시 제기해 주십시오.',
  'problem.challenge-closed': '이 이의는 이미 끝났습니다.',
  'problem.challenge-answered-before':
    '한 번 답한 사람은 다시 답할 수 없습니다. 다른 관리자가 답합니다.',
  'problem.challenge-is-up': '다시 제기한 이의에는 관리자가 답합니다.',
  'problem.challenge-verdict-missing': '근거를 그대로 둘지 취소할지 골라 주십시오.',
  'problem.level-not-proposed':
    '규칙이 제안하는 수준이 그사이 바뀌었습니다. 지금의 제안을 보고 다시 판단해 주십시오.',
  'problem.level-already-signed': '이 수준에는 이미 서명이 있습니다.',
} as const;
