export const identity = {
  'identity.login': '아이디',
  'identity.login-hint':
    '3~40자. 한글, 영문, 숫자와 마침표(.), 밑줄(_), 붙임표(-)를 쓸 수 있습니다.',
  'identity.password': '비밀번호',
  'identity.password-hint': '10자 이상. 여러 낱말을 이어 쓰면 기억하기 쉽고 안전합니다.',
  'identity.name': '이름',
  'identity.name-hint': '다른 참여자와 교육 담당자에게 보이는 이름입니다.',
  'identity.email': '이메일',
  'identity.email-hint': '없어도 됩니다. 비밀번호를 잊었을 때 링크를 받는 데에만 씁니다.',
  'identity.language': '화면과 메일의 언어',
  'identity.language.ko': '한국어',
  'identity.language.en': 'English',
  'identity.unit': '소속',
  'identity.roles': '역할',

  'identity.sign-in.title': '로그인',
  'identity.sign-in.act': '로그인',
  'identity.sign-in.forgot': '비밀번호를 잊으셨습니까?',
  'identity.sign-in.no-account': '계정이 없으십니까?',
  'identity.sign-in.sign-up': '주민으로 가입하기',
  'identity.sign-in.staff': '공무원과 교육 담당자의 계정은 관리자가 보내는 초대 메일로 만듭니다.',
  'identity.sign-in.reset-done': '새 비밀번호를 정했습니다. 이제 그 비밀번호로 로그인해 주십시오.',
  'identity.sign-in.continue': '로그인하면 보시던 곳으로 돌아갑니다.',
  'identity.demo.title': '체험용 계정',
  'identity.demo.text': '아래 계정으로 로그인하면 역할마다 무엇을 할 수 있는지 볼 수 있습니다.',
  'identity.demo.try': '{name} 님으로 체험하기',

  'identity.sign-up.title': '주민으로 가입하기',
  'identity.sign-up.lead': '이름과 아이디, 비밀번호만 있으면 됩니다. 이메일은 없어도 됩니다.',
  'identity.sign-up.act': '가입하기',
  'identity.sign-up.have-account': '이미 계정이 있으십니까?',

  'identity.sign-out.title': '로그아웃',
  'identity.sign-out.text': '이 기기에서 로그아웃합니다. 배운 내용과 답은 그대로 남습니다.',
  'identity.sign-out.act': '로그아웃',

  'identity.forgot.title': '비밀번호를 잊었을 때',
  'identity.forgot.lead':
    '아이디나 이메일을 적어 주십시오. 계정에 등록된 이메일로 비밀번호를 다시 정하는 링크를 보냅니다.',
  'identity.forgot.field': '아이디 또는 이메일',
  'identity.forgot.act': '링크 받기',
  'identity.forgot.sent': '요청을 받았습니다',
  'identity.forgot.sent-text':
    '적어 주신 계정이 있고 이메일이 등록되어 있다면 링크를 보냈습니다. 링크는 한 시간 동안 쓸 수 있습니다. 메일이 오지 않으면 스팸함을 확인해 주십시오.',
  'identity.forgot.no-mail':
    '이메일을 등록하지 않았다면 관리자에게 말씀해 주십시오. 관리자가 본인임을 확인한 뒤 비밀번호를 다시 정하는 링크를 드립니다.',

  'identity.reset.title': '새 비밀번호 정하기',
  'identity.reset.lead':
    '{login} 계정의 비밀번호를 새로 정합니다. 로그인되어 있던 모든 기기에서 로그아웃됩니다.',
  'identity.reset.field': '새 비밀번호',
  'identity.reset.act': '새 비밀번호로 바꾸기',
  'identity.reset.again': '링크 다시 받기',

  'identity.welcome.title': '{name} 님, 반갑습니다',
  'identity.welcome.title-closed': '초대 링크를 쓸 수 없습니다',
  'identity.welcome.lead': '앞으로 쓸 아이디와 비밀번호를 정하면 바로 시작할 수 있습니다.',
  'identity.welcome.act': '시작하기',

  'identity.account.title': '내 계정',
  'identity.account.profile': '이름과 언어',
  'identity.account.email': '이메일',
  'identity.account.email-none': '등록된 이메일이 없습니다.',
  'identity.account.email-clear': '비워 두고 저장하면 등록된 이메일을 지웁니다.',
  'identity.account.password': '비밀번호 바꾸기',
  'identity.account.password-text': '바꾸면 지금 쓰는 기기를 뺀 모든 기기에서 로그아웃됩니다.',
  'identity.account.current-password': '지금 비밀번호',
  'identity.account.new-password': '새 비밀번호',
  'identity.account.password-act': '비밀번호 바꾸기',
  'identity.account.sessions': '로그인한 기기',
  'identity.account.session-unknown': '알 수 없는 기기',
  'identity.account.session-since': '{moment}에 로그인',
  'identity.account.session-current': '지금 쓰는 기기',
  'identity.account.session-end': '{device} 로그아웃',
  'identity.account.session-end-short': '로그아웃',
  'identity.account.everywhere': '모든 기기에서 로그아웃',
  'identity.account.everywhere-text':
    '지금 쓰는 기기도 함께 로그아웃됩니다. 잃어버린 기기가 있을 때 쓰십시오.',
  'identity.account.done.profile': '이름과 언어를 저장했습니다.',
  'identity.account.done.mail': '메일 받는 방법을 바꾸었습니다.',
  'identity.account.done.email': '이메일을 저장했습니다.',
  'identity.account.done.password':
    '비밀번호를 바꾸었습니다. 다른 기기에서는 모두 로그아웃되었습니다.',
  'identity.account.done.session': '그 기기에서 로그아웃했습니다.',

  'problem.login-required': '아이디를 적어 주십시오.',
  'problem.login-form': '아이디는 3~40자의 한글, 영문, 숫자와 . _ - 로 지어 주십시오.',
  'problem.login-taken': '이미 쓰이는 아이디입니다. 다른 아이디를 적어 주십시오.',
  'problem.name-required': '이름을 적어 주십시오.',
  'problem.email-required': '이메일을 적어 주십시오.',
  'problem.email-form': '이메일 주소의 형식이 맞지 않습니다. name@example.org처럼 적어 주십시오.',
  'problem.email-taken': '다른 계정에서 쓰는 이메일입니다. 다른 주소를 적어 주십시오.',
  'problem.password-required': '비밀번호를 적어 주십시오.',
  'problem.current-password-required': '지금 비밀번호를 적어 주십시오.',
  'problem.password-short': '비밀번호는 {min}자 이상이어야 합니다.',
  'problem.password-is-login': '아이디와 다른 비밀번호를 정해 주십시오.',
  'problem.password-common':
    '많은 사람이 쓰는 비밀번호라 쉽게 알아낼 수 있습니다. 다른 비밀번호를 정해 주십시오.',
  'problem.password-wrong': '지금 비밀번호가 맞지 않습니다.',
  'problem.sign-in-wrong': '아이디나 비밀번호가 맞지 않습니다. 다시 확인해 주십시오.',
  'problem.too-many-tries':
    '여러 번 시도하여 잠시 멈추었습니다. {minutes}분 뒤에 다시 시도해 주십시오.',
  'problem.session-gone': '이미 로그아웃된 기기입니다.',
  'problem.reset-invalid': '이 링크는 이미 썼거나 기한이 지났습니다. 링크를 다시 받아 주십시오.',
  'problem.invitation-unknown':
    '알 수 없는 초대 링크입니다. 초대를 다시 보냈다면 마지막 메일의 링크를 써 주십시오.',
  'problem.invitation-accepted': '이미 쓴 초대 링크입니다. 그때 정한 아이디로 로그인해 주십시오.',
  'problem.invitation-expired':
    '초대의 기한이 지났습니다. 초대한 분에게 다시 보내 달라고 말씀해 주십시오.',
  'problem.invitation-withdrawn': '거두어들인 초대입니다. 초대한 분에게 문의해 주십시오.',
  'problem.invitation-has-account':
    '초대받은 이메일을 쓰는 계정이 이미 있습니다. 그 계정으로 로그인하고 관리자에게 역할을 요청해 주십시오.',
} as const;
