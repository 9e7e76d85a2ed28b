export const shell = {
  'shell.name': '함께',
  'shell.tagline': '공무원과 주민이 함께 배우는 곳',
  'shell.skip': '본문으로 바로 가기',
  'shell.menu': '주 메뉴',
  'shell.courses': '강좌',
  'shell.scenarios': '상황 훈련',
  'shell.glossary': '용어',
  'shell.my': '내 배움',
  'shell.competencies': '내 역량',
  'shell.record': '내 기록',
  'shell.cohorts': '담당 과정',
  'shell.admin': '관리',
  'shell.account': '{name} 님의 계정',
  'shell.sign-in': '로그인',
  'shell.sign-up': '가입하기',
  'shell.sign-out': '로그아웃',
  'shell.language': '언어',
  'shell.other-language': 'English',
  'shell.demo':
    '체험용 자료가 들어 있는 사이트입니다. 등장하는 사람과 장소는 모두 가상이며, 입력한 내용은 언제든 지워질 수 있습니다.',
  'shell.footer': '함께는 누구나 설치해 쓸 수 있는 공개 소프트웨어입니다.',
  'shell.footer-licence':
    '소스와 강좌는 MIT 라이선스로 공개합니다. 글꼴 Pretendard는 SIL OFL 1.1을 따릅니다.',
  'shell.here': '현재 위치',
  'shell.previous': '이전',
  'shell.next': '다음',
  'shell.pages': '쪽 이동',
  'shell.page-of': '{total}쪽 가운데 {page}쪽',
  'shell.save': '저장',
  'shell.cancel': '취소',
  'shell.back': '돌아가기',
  'shell.optional': '선택',
  'shell.problem-summary': '확인이 필요한 곳이 있습니다',
  'shell.done': '저장했습니다.',
  'shell.minutes': '{n}분',
  'shell.and-more': '외 {n}건',

  'shell.for-officials': '공무원',
  'shell.for-residents': '주민',
  'shell.area.social-value': '사회적 가치',
  'shell.area.digital-delivery': '디지털 서비스 전달',
  'shell.area.crisis-response': '위기 대응',
  'shell.role.civil-servant': '공무원',
  'shell.role.resident': '주민',
  'shell.role.trainer': '교육 담당자',
  'shell.role.administrator': '관리자',
  'shell.role.author': '집필자',

  'shell.home.title': '창구의 양쪽에서 함께 배웁니다',
  'shell.home.lead':
    '공공서비스는 창구 한쪽에서만 만들어지지 않습니다. 함께에서는 공무원과 주민이 같은 상황을 각자의 자리에서 배우고, 연습하고, 무엇을 할 수 있게 되었는지 근거로 확인합니다.',
  'shell.home.start-courses': '강좌 둘러보기',
  'shell.home.start-resident': '주민으로 가입하기',
  'shell.home.no-account':
    '강좌 글은 가입하지 않고도 읽을 수 있습니다. 문제를 풀고 진도를 남기려면 계정이 필요합니다. 이메일 주소는 없어도 됩니다.',
  'shell.home.areas': '세 가지 주제',
  'shell.home.area-social-value':
    '서비스가 무엇을 위한 것인지 먼저 합의하고, 실행하고, 무엇이 달라졌는지 설명합니다.',
  'shell.home.area-digital-delivery':
    '사람에서 출발해 아무도 빠뜨리지 않고, 전산이 멈춘 날에도 서비스가 이어지게 합니다.',
  'shell.home.area-crisis-response':
    '누가 무엇을 언제 할지 미리 정하고, 이웃과 기관이 하나로 움직이는 법을 익힙니다.',
  'shell.home.how': '배우는 방법',
  'shell.home.how-learn': '읽고 바로 확인합니다',
  'shell.home.how-learn-text':
    '10~15분 분량의 글 속에서 그때그때 문제를 풉니다. 답은 누르는 즉시 저장됩니다.',
  'shell.home.how-practise': '상황 속에서 결정합니다',
  'shell.home.how-practise-text':
    '모의 시계가 흐르는 상황에서 결정하고, 끝난 뒤 그 결정이 무엇을 바꾸었는지 돌아봅니다.',
  'shell.home.how-show': '근거로 보여 줍니다',
  'shell.home.how-show-text':
    '어떤 역량이 어느 수준인지, 얼마나 확실한지, 무엇을 근거로 그렇게 보는지 모두 보여 줍니다.',
  'shell.home.courses-officials': '공무원을 위한 강좌',
  'shell.home.courses-residents': '주민을 위한 강좌',
  'shell.home.seats': '두 자리',
  'shell.home.seats-alternative':
    '청록색 원은 공무원의 자리, 주황색 원은 주민의 자리입니다. 두 원이 겹치는 보라색 부분에서 함께 배웁니다.',
  'shell.home.lessons': '{n}개 단원',
  'shell.home.questions': '문제 {n}개',

  'shell.error.not-found': '찾는 쪽이 없습니다',
  'shell.error.not-found-text':
    '주소가 바뀌었거나 볼 수 있는 권한이 없는 쪽입니다. 주소를 다시 확인하거나 아래에서 다시 시작해 주십시오.',
  'shell.error.failed': '처리하지 못했습니다',
  'shell.error.failed-text':
    '우리 쪽에서 문제가 생겼습니다. 이미 저장된 답은 그대로 있습니다. 잠시 뒤 다시 시도하고, 계속되면 관리자에게 아래 번호를 알려 주십시오.',
  'shell.error.request': '요청 번호',
  'shell.error.home': '첫 화면으로',
  'shell.error.forbidden': '이 쪽을 볼 권한이 없습니다',
  'shell.error.forbidden-text':
    '이 쪽은 다른 역할을 맡은 사람을 위한 곳입니다. 필요하다면 관리자에게 역할을 요청해 주십시오.',

  'shell.pending.title': '작성하던 내용을 보관했습니다',
  'shell.pending.before':
    '로그인하지 않은 상태에서 보낸 내용이 그대로 남아 있습니다. 로그인하면 이어서 보낼 수 있습니다.',
  'shell.pending.after': '{name} 님으로 로그인했습니다. 보관해 둔 내용을 이제 보낼 수 있습니다.',
  'shell.pending.send': '보관한 내용 보내기',
  'shell.pending.drop': '보내지 않고 돌아가기',

  'problem.form-incomplete': '보낸 내용을 읽지 못했습니다. 쪽을 새로 연 뒤 다시 보내 주십시오.',
  'problem.too-long': '{max}자까지 쓸 수 있습니다.',
  'problem.not-allowed': '이 일을 할 권한이 없습니다.',
  'problem.not-found': '대상을 찾지 못했습니다. 목록에서 다시 골라 주십시오.',
} as const;
