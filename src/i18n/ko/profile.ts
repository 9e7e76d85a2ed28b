/** The pages of a competency profile. */
export const profile = {
  'profile.title-of': '{name} 님의 역량: {competency}',
  'profile.pieces': '근거 {n}건',
  'profile.nothing':
    '아직 근거가 없습니다. 위 그림은 아무것도 보여 주지 않은 사람에게서 출발하는 확률입니다.',
  'profile.export': '모두 내려받기:',
  'profile.evidence': '근거',
  'profile.here': '지금 여기',
  'profile.target': '목표',
  'profile.today': '오늘',
  'profile.timeline': '지금까지의 흐름',
  'profile.timeline-picture': '추정이 움직인 모습',
  'profile.timeline-label':
    '{from}부터 오늘까지 근거 {n}건에 따라 달라진 추정입니다. 오늘은 {level} 수준일 가능성이 가장 큽니다. 같은 내용을 아래 표에 적었습니다.',
  'profile.timeline-table': '흐름을 표로 보기',
  'profile.timeline-caption': '근거가 더해질 때마다 추정이 어디에 있었는지, 최근 것부터',
  'profile.level-then': '그때 가장 그럴듯한 수준',
  'profile.band': '점선 띠: 실제 수준이 있을 법한 범위(표준편차만큼)',
  'profile.shape.circle': '문제',
  'profile.shape.diamond': '상황 훈련의 결정',
  'profile.shape.square': '관찰',
  'profile.shape.triangle': '동료 평가',
  'profile.shape.cross': '이전 학습 또는 다른 시스템의 결과',
  'profile.ways': '가장 빨리 올리는 방법',
  'profile.ways-keep': '수준을 지키는 방법',
  'profile.highest':
    '가장 높은 수준이 확인되었습니다. 근거는 시간이 지나면 옅어지므로 가끔 새로 보여 주면 됩니다.',
  'profile.ways-none':
    '지금 있는 콘텐츠에는 이 역량을 더 보여 줄 곳이 없습니다. 강사에게 관찰을 부탁해 보십시오.',
  'profile.way.question': '문제 풀기',
  'profile.way.scenario': '상황 훈련',
  'profile.way.observation': '강사의 관찰',
  'profile.rise.much': '잘하면 추정이 크게 오릅니다',
  'profile.rise.some': '잘하면 추정이 오릅니다',
  'profile.rise.little': '잘하면 추정이 조금 오릅니다',
  'profile.confirms': '{level} 수준이 확인될 확률 {percent}%',
} as const;
