export const reminder = {
  'reminder.ladder.title': '알림 순서',
  'reminder.ladder.quiet':
    '밤 8시부터 아침 8시까지, 주말과 공휴일에는 알리지 않습니다. 휴가나 재난 근무로 시계가 멈춘 동안에도 알리지 않습니다.',
  'reminder.step.opened': '교육이 시작되는 날 본인에게 알립니다.',
  'reminder.step.due-soon': '기한 {n}영업일 전에 본인에게 알립니다.',
  'reminder.step.in-grace': '기한이 지나고 유예 기간이 남아 있으면 다음 날 본인에게 알립니다.',
  'reminder.step.overdue': '늦은 것이 되는 날 본인에게 알립니다.',
  'reminder.step.supervisor': '늦은 지 {n}영업일이 되면 부서를 이끄는 사람에게 알립니다.',
  'reminder.step.administrator': '늦은 지 {n}영업일이 되면 관리자에게 알립니다.',
  'reminder.step.expiring': '이수 효력이 끝나기 {n}영업일 전에 본인에게 알립니다.',
  'reminder.step.expired': '이수 효력이 끝난 다음 날 본인에게 알립니다.',
  'reminder.days.text':
    '마치지 않고 그대로 두면 아래 날짜에 알립니다. 마치거나 기한이 바뀌면 이 순서도 바뀝니다.',

  'reminder.form.title': '알림',
  'reminder.form.text':
    '언제 누구에게 알릴지 영업일로 적습니다. 여기에 적은 순서는 누구나 볼 수 있습니다.',
  'reminder.form.before': '기한 며칠 전에 본인에게',
  'reminder.form.before-hint': '쉼표로 나누어 네 번까지 적습니다. 예: 10, 3',
  'reminder.form.supervisor': '기한이 지나고 며칠 뒤 부서를 이끄는 사람에게',
  'reminder.form.supervisor-hint': '비워 두면 알리지 않습니다.',
  'reminder.form.administrator': '기한이 지나고 며칠 뒤 관리자에게',
  'reminder.form.administrator-hint': '비워 두면 알리지 않습니다.',
  'reminder.form.expiry': '효력이 끝나기 며칠 전에 본인에게',
  'reminder.form.expiry-hint': '쉼표로 나누어 네 번까지 적습니다. 예: 20',
  'problem.reminder-days': '1에서 {days}까지의 영업일을 쉼표로 나누어 {times}번까지 적어 주십시오.',

  'reminder.mail.title': '교육 알림 메일',
  'reminder.mail.text':
    '챙겨야 할 교육이 있으면 하루치를 한 통에 모아 보냅니다. 밤과 쉬는 날에는 보내지 않습니다.',
  'reminder.mail.no-address':
    '이메일 주소가 없어 메일은 가지 않습니다. 알림에서 모두 볼 수 있습니다.',
  'reminder.mail.legend': '얼마나 자주 받을지',
  'reminder.mail.choice.daily': '알릴 것이 있는 날마다 한 통',
  'reminder.mail.choice.weekly': '많아야 한 주에 한 통',
  'reminder.mail.choice.off': '메일 없이 알림만',
  'reminder.mail.always':
    '알림은 끌 수 없습니다. 비밀번호 링크와 내가 요청한 일에 대한 답도 언제나 메일로 보냅니다.',
  'reminder.mail.inbox': '알림 보기',

  'reminder.team.title': '우리 부서 교육',
  'reminder.team.lead': '이끄는 부서와 그 아래 부서 사람들이 마쳐야 하는 교육입니다.',
  'reminder.team.waiting': '기한을 늦춰 달라는 요청 {n}건이 답을 기다립니다.',
  'reminder.team.search': '이름',
  'reminder.team.view': '보기',
  'reminder.team.view.pressing': '서둘러야 할 것 ({n})',
  'reminder.team.view.unfinished': '마치지 않은 것 ({n})',
  'reminder.team.view.all': '전체 ({n})',
  'reminder.team.every-unit': '모든 부서',
  'reminder.team.found': '{n, plural, =0 {해당하는 교육이 없습니다.} other {교육 #건}}',
  'reminder.team.table': '부서 사람들의 교육',
  'reminder.team.what': '교육',
  'reminder.team.private':
    '부서를 이끄는 동안에만 볼 수 있습니다. 답안이나 역량 수준은 보이지 않습니다.',
  'reminder.team.my': '우리 부서 교육 보기',
} as const;
