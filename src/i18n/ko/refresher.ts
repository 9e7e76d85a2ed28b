export const refresher = {
  'refresher.title': '되새김 카드',
  'refresher.lead':
    '기한, 전화번호, 조치 순서처럼 몸에 익어야 하는 것을 잊을 때쯤 다시 묻습니다. 원하는 사람만 받고, 일주일에 10분을 넘지 않습니다.',
  'refresher.begin-title': '되새김 카드를 받으시겠습니까?',
  'refresher.begin-how':
    '단원에서 한 번 푼 문제 가운데 꼭 기억해야 하는 것만 카드가 됩니다. 언제든 그만둘 수 있고, 이수나 기한에는 영향이 없습니다. 답은 역량의 근거로 남습니다.',
  'refresher.minutes': '일주일에 쓸 시간',
  'refresher.minutes-choice': '{n}분 (카드 {cards}장까지)',
  'refresher.begin': '받기',
  'refresher.change': '시간 바꾸기',
  'refresher.end': '그만 받기',
  'refresher.end-how': '그만두어도 지금까지의 답은 남습니다. 다시 받으면 그 자리에서 이어집니다.',
  'refresher.settings': '카드 설정',
  'refresher.due': '지금 볼 카드가 {n}장 있습니다. {minutes}분쯤 걸립니다.',
  'refresher.week': '이번 주에 {n}장을 보았습니다.',
  'refresher.known': '카드로 만날 수 있는 것을 지금까지 {n}가지 배웠습니다.',
  'refresher.none-known':
    '아직 카드가 없습니다. 단원의 문제를 풀면 그 가운데 꼭 기억할 것이 카드가 됩니다.',
  'refresher.none-due': '지금은 볼 카드가 없습니다. 다음 카드는 {day}에 돌아옵니다.',
  'refresher.full': '이번 주의 시간을 다 썼습니다. 다음 카드는 {day} 월요일부터 나옵니다.',
  'refresher.card': '카드',
  'refresher.from': '배운 곳: {lesson}',
  'refresher.sure': '답을 얼마나 알고 있었습니까?',
  'refresher.sure-yes': '알고 있었다',
  'refresher.sure-no': '자신이 없었다',
  'refresher.answer': '답 확인하기',
  'refresher.answered': '방금 답한 카드',
  'refresher.next': '다음 카드',
  'refresher.my-due': '되새김 카드 {n}장이 기다립니다 ({minutes}분)',

  'problem.refresher-minutes': '5분과 10분 가운데 하나를 골라 주십시오.',
  'problem.refresher-not-begun': '되새김 카드를 받고 있지 않습니다. 먼저 받기를 눌러 주십시오.',
  'problem.card-not-due':
    '이미 답했거나 아직 돌아오지 않은 카드입니다. 아래의 카드로 이어 가 주십시오.',
  'problem.refresher-sure-missing': '알고 있었는지, 자신이 없었는지 골라 주십시오.',
  'refresher.sets': '강좌마다 카드 묶음',
  'refresher.sets-text':
    '강좌 하나의 카드를 한꺼번에 받을 수 있습니다. 아직 배우지 않은 것도 나오며, 답하면 까닭을 바로 볼 수 있습니다. 일주일에 정한 시간을 넘지는 않습니다.',
  'refresher.set.about':
    '이 강좌에서 꼭 기억할 것을 카드 {n}장으로 만들었습니다. 잊을 때쯤 다시 묻습니다.',
  'refresher.set.topics': '무엇에 관한 카드입니까?',
  'refresher.set.cards': '{n}장',
  'refresher.set.take': '카드 {n}장 받기',
  'refresher.set.leave': '이 묶음 그만 받기',
  'refresher.set.taken': '받고 있습니다. {n}장 가운데 {met}장을 만났습니다.',
  'refresher.set.met': '카드 {n}장. 그 가운데 {met}장은 이미 만났습니다.',
  'refresher.set.open': '카드 보기',
  'refresher.set.signed-out': '로그인하면 받을 수 있습니다.',
  'refresher.set.of': '되새김 카드: {course}',
  'refresher.set.author':
    '강좌의 카드 {n}장과 답, 까닭입니다. items.yaml에서 refresher: true로 표시한 문제입니다.',
  'problem.set-unknown': '그 강좌에는 카드가 없습니다. 목록에서 골라 주십시오.',
} as const;
