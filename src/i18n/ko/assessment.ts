export const assessment = {
  'assessment.question': '문제 {n}',
  'assessment.how.single': '하나를 고릅니다.',
  'assessment.how.multiple': '맞는 것을 모두 고릅니다.',
  'assessment.how.order': '각 항목이 몇 번째인지 고릅니다.',
  'assessment.how.match': '항목마다 어울리는 것을 고릅니다. 같은 것을 여러 번 골라도 됩니다.',
  'assessment.how.number': '숫자를 적습니다. 1,234처럼 쉼표를 넣어도 됩니다.',
  'assessment.place': '{n}번째',
  'assessment.choose': '고르기',
  'assessment.number': '답',
  'assessment.number-unit': '답 (단위: {unit})',
  'assessment.check': '답 확인하기',
  'assessment.check-again': '다시 풀어 확인하기',
  'assessment.signed-out': '답을 확인하려면 로그인해야 합니다. 고른 답은 보관됩니다.',
  'assessment.right': '맞았습니다',
  'assessment.partly': '일부만 맞았습니다',
  'assessment.wrong': '아직 아닙니다',
  'assessment.attempt': '{n}번째 답, {when}',
  'assessment.best-kept': '앞서 맞힌 답이 있으므로 맞은 문제로 셉니다.',
  'assessment.again': '다시 풀어도 앞선 답은 그대로 남습니다.',
  'assessment.remark.right': '맞음',
  'assessment.remark.wrong': '틀림',
  'assessment.your-answer': '내 답',
  'assessment.rationale': '풀이',
  'assessment.optional': '시작한 뒤에 더해진 문제라 이수와 관계가 없습니다.',

  'problem.answer-choice-missing': '고른 답이 없습니다. 답을 고른 뒤 다시 눌러 주십시오.',
  'problem.answer-one-choice': '하나만 고를 수 있는 문제입니다.',
  'problem.answer-place-missing':
    '순서를 고르지 않은 항목이 있습니다. 모든 항목의 순서를 골라 주십시오.',
  'problem.answer-place-twice': '{place}번째를 두 번 골랐습니다. 순서마다 한 항목만 골라 주십시오.',
  'problem.answer-pair-missing':
    '짝을 고르지 않은 항목이 있습니다. 모든 항목의 짝을 골라 주십시오.',
  'problem.answer-number-missing': '답이 비어 있습니다. 숫자를 적은 뒤 다시 눌러 주십시오.',
  'problem.answer-number-unreadable':
    '숫자로 읽을 수 없습니다. 1234 또는 1,234.5처럼 적어 주십시오.',
  'problem.answer-changed':
    '쪽을 연 뒤에 문제가 바뀌었습니다. 아래의 바뀐 문제를 보고 다시 답해 주십시오.',
  'problem.item-unknown':
    '이 단원에 없는 문제입니다. 강좌에서 빠진 문제라면 진도에는 불이익이 없습니다.',
} as const;
