export const author = {
  'author.title': '내용 점검',
  'author.lead': '강좌와 상황 훈련이 지금 무엇을 담고 있는지, 어디를 먼저 손봐야 하는지 봅니다.',
  'author.courses': '강좌와 단원',
  'author.courses-caption': '단원마다 문제와 근거가 얼마나 있는지',
  'author.lesson': '단원',
  'author.minutes': '분량',
  'author.questions': '문제',
  'author.facts': '사실',
  'author.sources': '출처',
  'author.figures': '그림',
  'author.oldest': '확인한 지 오래된 사실',
  'author.oldest-rule':
    '확인한 날이 오래된 것부터 {n}개입니다. 한 곳에서만 확인한 것에는 표시가 있습니다.',
  'author.fact': '사실',
  'author.checked': '확인한 날',
  'author.single-source': '한 곳에서만 확인함',
  'author.coverage': '역량을 보여 줄 수 있는 곳',
  'author.coverage-caption': '역량마다 문제와 상황 훈련이 얼마나 있는지',
  'author.competency': '역량',
  'author.scenarios': '상황 훈련',
  'author.gap': '아직 없음',
  'author.how':
    '고치려면 저장소의 content 폴더를 봅니다. npm run check:content를 실행하면 문제가 되는 곳과 고치는 방법을 모두 알려 줍니다.',

  'author.scenario-list': '상황 훈련의 작업대',
  'author.scenario-list-lead':
    '상황 훈련마다 모든 길을 그린 지도와 결말의 비율, 고칠 곳, 두 언어의 글을 볼 수 있습니다.',
  'author.scenario-list-caption': '상황 훈련마다 장면과 선택이 얼마나 있는지',
  'author.scenario': '상황 훈련',
  'author.scenes': '장면',
  'author.forks': '갈림길',
  'author.choices': '선택',
  'author.endings': '결말',
  'author.walkthroughs': '기록된 길',
  'author.claims': '보여 주는 역량',

  'author.bench.title': '작업대: {title}',
  'author.bench.lead':
    '장면 {scenes}개, 갈림길 {forks}개, 결말 {endings}개, 선택 {choices}개, 기록된 길 {walks}개',
  'author.bench.play': '이 상황 훈련의 첫 화면',
  'author.bench.map': '지도',
  'author.bench.map-of': '‘{title}’ 지도',
  'author.bench.map-text':
    '네모는 장면, 양옆이 뾰족한 것은 갈림길, 테두리가 두 겹이고 둥근 것은 결말입니다. 화살표 위의 글은 선택과 그 일에 걸리는 시간입니다. 같은 내용을 아래에 글로 적었습니다.',
  'author.bench.map-large': '지도만 크게 보기',
  'author.bench.map-small': '작업대로 돌아가기',
  'author.bench.kind.start': '시작 장면',
  'author.bench.kind.scene': '장면',
  'author.bench.kind.fork': '갈림길',
  'author.bench.kind.ending': '결말',
  'author.bench.as-text': '지도를 글로 읽기',
  'author.bench.takes': '{minutes} 뒤 {place}',
  'author.bench.at-once': '곧바로 {place}',
  'author.bench.place': '{name} ({kind})',
  'author.bench.otherwise': '그 밖의 경우',
  'author.bench.only-when': '조건: {when}',
  'author.bench.after-minutes': '{n}분 뒤',
  'author.bench.when.all': '그리고',
  'author.bench.when.any': '또는',
  'author.bench.when.not': '다음이 아닐 때: {condition}',
  'author.bench.when.in': '세계 {region}: {state}',
  'author.bench.when.not-in': '세계 {region}: {state} 아님',
  'author.bench.when.mark': '표시 {mark} 있음',
  'author.bench.when.no-mark': '표시 {mark} 없음',
  'author.bench.when.at-least': '{name} {value} 이상',
  'author.bench.when.at-most': '{name} {value} 이하',
  'author.bench.when.above': '{name} {value} 초과',
  'author.bench.when.below': '{name} {value} 미만',
  'author.bench.route': '여기까지 가는 가장 짧은 길',
  'author.bench.rehearse': '여기부터 해 보기',
  'author.bench.rehearse-text':
    '어느 장면이든 거기까지 가는 가장 짧은 길을 건너뛰고 바로 해 볼 수 있습니다. 이렇게 한 점검용 훈련은 연습일 뿐이어서 기록에도, 역량의 근거에도, 다른 사람들에게 보이는 비율에도 들어가지 않습니다. 한 번 점검하고 나면 같은 판에서 하는 다른 훈련도 연습이 됩니다.',
  'author.bench.route-start': '훈련이 여기에서 시작합니다.',
  'author.bench.route-none': '여기로 오는 길이 없습니다.',
  'author.bench.route-waits': '길을 다 세고 나면 여기에 나옵니다.',
  'author.bench.marks': '표시를 남기는 선택',
  'author.bench.world': '저절로 움직이는 세계',
  'author.bench.world-starts': '{state} (시작)',
  'author.bench.world-still': '여기서 더 움직이지 않습니다.',
  'author.bench.beat': '{when} {state} 상태가 됩니다.',
  'author.bench.beat-inject': '{when} {state} 상태가 되고 ‘{inject}’ 소식이 옵니다.',

  'author.bench.outcomes': '모든 길을 세어 보면',
  'author.bench.outcomes-rule':
    '선택을 이어 만들 수 있는 길을 하나도 빼지 않고 세었습니다. 어느 길이든 한 번씩 세므로, 사람들이 실제로 그만큼 고른다는 뜻은 아닙니다.',
  'author.bench.counting': '아직 세고 있습니다',
  'author.bench.counting-text':
    '길이 많아 세는 데 시간이 걸립니다. 지도와 글은 지금 볼 수 있습니다. 잠시 뒤 다시 열어 주십시오.',
  'author.bench.look-again': '다 세었는지 다시 보기',
  'author.bench.uncountable': '길이 너무 길거나 많아 세지 못했습니다. 고칠 곳을 먼저 봐 주십시오.',
  'author.bench.unplayable':
    '이름이 서로 맞지 않아 훈련을 진행할 수 없습니다. 고칠 곳을 먼저 봐 주십시오.',
  'author.bench.paths': '길',
  'author.bench.situations': '겹치지 않는 상황',
  'author.bench.minutes': '모의 시간',
  'author.bench.decisions': '결정 횟수',
  'author.bench.paths-count': '{n, number}가지',
  'author.bench.situations-count': '{n, number}개',
  'author.bench.decisions-range': '{low}~{high}번',
  'author.bench.decisions-same': '{n}번',
  'author.bench.minutes-range': '{low}~{high}분',
  'author.bench.minutes-same': '{n}분',
  'author.bench.endings-caption': '결말마다 전체 길에서 차지하는 비율',
  'author.bench.share': '비율',
  'author.bench.percent': '{percent, number, ::.0}%',
  'author.bench.path-number': '길의 수',
  'author.bench.indicators-caption': '지표마다 끝에서 나올 수 있는 값',
  'author.bench.indicator': '지표',
  'author.bench.starts-at': '시작 값',
  'author.bench.at-end': '끝의 값',
  'author.bench.scale': '눈금',
  'author.bench.range': '{low}~{high}',
  'author.bench.claims-caption': '역량마다 길이 어떤 수준을 보여 주는지',
  'author.bench.between': '그 사이',
  'author.bench.unshown': '드러날 일 없음',
  'author.bench.pass-word': '잘 보여 줌',
  'author.bench.fail-word': '보여 주지 못함',
  'author.bench.marks-in-brackets':
    '기준: 평균 수준이 {pass} 이상이면 잘 보여 줌, {fail} 이하이면 보여 주지 못함',

  'author.bench.walks': '기록된 길이 지나는 선택',
  'author.bench.walks-sum': '선택 {choices}개 가운데 {taken}개를 지납니다.',
  'author.bench.walks-all': '모든 선택을 지나는 길이 기록되어 있습니다.',
  'author.bench.untaken': '어느 기록도 지나지 않는 선택',
  'author.bench.walks-caption': '기록된 길과 그 결과',
  'author.bench.walk': '길',
  'author.bench.ending': '결말',

  'author.bench.findings': '고칠 곳',
  'author.bench.no-findings': '고칠 곳이 없습니다.',
  'author.bench.level.error': '꼭 고쳐야 함',
  'author.bench.level.warning': '살펴볼 것',
  'author.bench.finding-place': '자리',

  'author.bench.words': '두 언어의 글',
  'author.bench.words-lead': '같은 자리에 쓰는 글을 나란히 놓았습니다. 모두 {n}개입니다.',
  'author.bench.words-caption': '글마다 한국어와 영어',
  'author.bench.text-id': '이름',
  'author.bench.korean': '한국어',
  'author.bench.english': '영어',
  'author.bench.no-text': '글이 없습니다.',

  'author.finding.place-unknown':
    '없는 장면이나 갈림길, 결말을 가리킵니다. 이름을 고치거나 그 자리를 만드십시오.',
  'author.finding.name-taken': '한 이름을 두 번 썼습니다. 둘 가운데 하나의 이름을 바꾸십시오.',
  'author.finding.state-unknown':
    '세계에 없는 상태를 가리킵니다. 그 세계에 있는 상태의 이름을 쓰십시오.',
  'author.finding.beat-restless':
    '조건도 시간도 없어 끝없이 되풀이됩니다. 몇 분 뒤인지, 어떤 때인지 적으십시오.',
  'author.finding.indicator-unknown':
    '없는 지표를 가리킵니다. 이 훈련에 있는 지표의 이름을 쓰십시오.',
  'author.finding.condition-unreadable':
    '조건을 읽을 수 없습니다. staff >= 20 & !told 같은 꼴로 쓰십시오.',
  'author.finding.mark-never-set':
    '어느 선택도 남기지 않는 표시를 봅니다. 선택의 sets에 더하거나 철자를 고치십시오.',
  'author.finding.fork-open':
    '갈림길에서 갈 곳이 없을 수 있습니다. 마지막 길에는 조건을 두지 마십시오.',
  'author.finding.endless-loop':
    '갈림길이 시간 없이 제자리로 돌아옵니다. 한 길을 장면이나 결말로 이으십시오.',
  'author.finding.claim-missing':
    '선택이 보여 주는 역량이 claims에 없습니다. 두 기준과 함께 더하십시오.',
  'author.finding.claim-unshown':
    '어느 선택도 보여 주지 않는 역량입니다. claims에서 빼거나 선택이 보여 주게 하십시오.',
  'author.finding.competency-unknown':
    '역량 틀에 없는 역량입니다. competencies/framework.yaml에서 고르십시오.',
  'author.finding.lesson-unknown': '없는 단원을 가리킵니다. 강좌/단원의 폴더 이름을 쓰십시오.',
  'author.finding.source-unknown':
    '없는 출처를 가리킵니다. sources의 이름을 쓰거나 제목과 펴낸 곳을 여기에 적으십시오.',
  'author.finding.reference-unknown':
    '없는 참고 자료를 가리킵니다. references에 더하거나 철자를 고치십시오.',
  'author.finding.reference-unused':
    '어느 장면도 쓰지 않는 참고 자료입니다. 근거로 삼은 장면에 적거나 빼십시오.',
  'author.finding.text-missing': '글이 없습니다. 이름이 붙은 제목과 글을 더하십시오.',
  'author.finding.text-empty': '제목만 있고 글이 없습니다. 제목 아래에 글을 쓰십시오.',
  'author.finding.text-unused': '쓰이지 않는 글입니다. 빼거나 이름을 고치십시오.',
  'author.finding.text-untranslated': '다른 언어로 쓰여 있습니다. 그 언어로 자연스럽게 쓰십시오.',
  'author.finding.text-markup': '꾸밈 기호가 글자 그대로 나타납니다. 문단과 목록만 쓰십시오.',
  'author.finding.unreachable':
    '어느 길로도 닿을 수 없습니다. 그곳으로 가는 조건과 시간, 값을 보거나 빼십시오.',
  'author.finding.dead-end': '고를 것이 하나도 없는 때가 있습니다. 선택 하나에서 조건을 빼십시오.',
  'author.finding.no-ending':
    '결말에 이르지 못하는 때가 있습니다. 선택을 따라가 멈추는 장면을 고치십시오.',
  'author.finding.single-choice':
    '고를 것이 하나뿐인 때가 있어 결정이라 할 수 없습니다. 조건을 풀거나 선택을 더하십시오.',
  'author.finding.too-long':
    '정해진 시간 안에 끝나지 않는 길이 있습니다. 되돌아가는 장면을 보고 시간을 줄이거나 한도를 늘리십시오.',
  'author.finding.too-large':
    '상황이 너무 많아 셀 수 없습니다. 조건이 보는 지표를 줄이거나 훈련을 짧게 하십시오.',
  'author.finding.too-many-decisions':
    '결정이 정한 횟수보다 많은 길이 있습니다. 길을 줄이거나 maxDecisions를 올리십시오.',
  'author.finding.off-the-scale':
    '지표가 눈금을 벗어날 수 있습니다. 효과를 줄이거나 시작 값이나 눈금을 바꾸십시오.',
  'author.finding.claim-unattainable':
    '어느 길도 잘 보여 줌의 기준에 닿지 못합니다. 선택이 더 높은 수준을 보여 주게 하거나 pass를 내리십시오.',
  'author.finding.claim-unfailable':
    '어느 길도 보여 주지 못함의 기준에 머물지 않습니다. 선택이 더 낮은 수준을 보여 주게 하거나 fail을 올리십시오.',
  'author.finding.claim-thin':
    '이 역량이 한 번 이하로 드러나는 길이 있습니다. 그 길의 다른 장면에서도 드러나게 하십시오.',
  'author.finding.one-sided':
    '한 장면에서 일부 선택만 이 역량을 보여 줍니다. 모든 선택이 보여 주게 하거나 모두 빼십시오.',
  'author.finding.walkthrough-missing':
    '이 결말로 끝나는 기록이 없습니다. 그리로 가는 길을 기록해 두십시오.',
  'author.finding.walkthrough-differs':
    '기록된 길의 결과가 지금과 다릅니다. 훈련을 고치거나, 지금이 맞으면 기록을 고치십시오.',
  'author.finding.seat-unknown':
    '이 훈련에 없는 자리를 적었습니다. `seats`에 있는 자리를 쓰거나 그 자리를 더하십시오.',
  'author.finding.seat-idle':
    '이 자리가 한 번 이하로 결정하는 길이 있습니다. 이 자리가 결정하는 장면을 더하십시오.',
  'author.finding.seat-alone':
    '자리가 비었을 때 할 일이 정해지지 않은 순간이 있습니다. `alone`의 마지막에 조건 없는 선택을 두십시오.',
  'author.finding.seat-texts':
    '한 자리가 읽을 글이 없습니다. 이름 뒤에 @와 자리를 붙인 제목과 그 아래 글을 더하십시오.',
  'author.finding.seat-fact-leak':
    '몰라야 할 자리에 사실이 드러납니다. 다른 말로 쓰거나 그 자리에만 보이는 글을 따로 두십시오.',
  'author.finding.fact-wordings':
    '사실을 드러내는 말은 두 개에서 다섯 개까지 적습니다. 한 줄에 하나씩 "- "로 시작하십시오.',
  'author.finding.fact-for-all':
    '모든 자리가 아는 사실입니다. 시작하는 글에 쓰거나 아는 자리만 적으십시오.',
  'author.finding.inject-for-others':
    '이름이 같은 소식을 서로 다른 자리에 전합니다. 같은 자리를 적거나 다른 이름을 쓰십시오.',
  'author.finding.walkthrough-seat':
    '기록된 길의 자리가 맞지 않습니다. 누구의 길인지, 다른 자리도 차 있는지 적으십시오.',
  'author.finding.dominant':
    '누가 보아도 잃을 것이 없는 선택입니다. 시간이나 지표를 치르게 하거나, 다른 선택에도 얻을 것을 두십시오.',
  'author.finding.best-path':
    '모든 지표에 가장 좋은 길이 하나 있습니다. 좋은 것에도 치를 것을 두십시오.',
  'author.finding.label-long': '선택의 글이 깁니다. 하는 일만 적고 나머지는 돌아보기에 두십시오.',
  'author.finding.label-points': '선택에 점수처럼 보이는 숫자가 있습니다. 말로 적으십시오.',
  'author.finding.label-judges': '선택의 글이 판단을 담고 있습니다. 하는 일만 적으십시오.',
  'author.finding.label-length':
    '가장 많이 보여 주는 선택이 대체로 가장 깁니다. 길이를 비슷하게 맞추십시오.',
  'author.ready.forms': '관찰 양식',
  'author.ready.forms-text':
    '교육 담당자가 일하는 모습을 지켜볼 때 쓰는 양식입니다. 열어서 수준마다 무엇을 보는지 읽을 수 있습니다.',
  'author.ready.form': '양식',
  'author.ready.audience': '지켜보는 대상',
  'author.ready.for-official': '공무원',
  'author.ready.for-resident': '주민',
  'author.ready.level': '수준',
  'author.ready.seen': '보이는 모습',
  'author.ready.cards': '되새김 카드 묶음',
  'author.ready.cards-text':
    '강좌마다 꼭 기억할 문제를 모은 것입니다. 열면 답과 까닭을 볼 수 있습니다.',
  'author.ready.course': '강좌',
  'author.ready.count': '카드',
} as const;
