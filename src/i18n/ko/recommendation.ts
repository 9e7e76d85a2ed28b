/** What somebody could do next, and why. */
export const recommendation = {
  'recommendation.title': '다음에 해 볼 만한 일',
  'recommendation.lead':
    '목표까지의 차이, 추정의 불확실함, 근거가 옅어진 정도를 보고 다섯 가지까지 권합니다. 따르지 않아도 됩니다.',
  'recommendation.none': '지금은 권할 것이 없습니다.',
  'recommendation.kind.lesson': '단원: {title}',
  'recommendation.kind.scenario': '상황 훈련: {title}',
  'recommendation.reason.cards': '잊기 쉬운 사실 {n}개를 다시 볼 때가 되었습니다.',
  'recommendation.reason.refresh':
    '“{competency}”에서 확인된 {level} 수준이 오래되어 다시 확인이 필요합니다.',
  'recommendation.reason.below': '“{competency}” 역량이 아직 목표인 {level} 수준에 못 미칩니다.',
  'recommendation.reason.unknown':
    '“{competency}”의 목표는 {level} 수준인데, 지금 수준을 말하기에는 근거가 모자랍니다.',
  'recommendation.reason.confirm':
    '“{competency}” 역량은 {level} 수준으로 보입니다. 근거가 조금 더 있으면 확인할 수 있습니다.',
  'recommendation.reason.uncertain':
    '“{competency}” 역량은 근거가 적어 아직 수준을 말할 수 없습니다.',
  'recommendation.reason.suggested':
    '다른 역량으로 미루어 “{competency}” 역량도 {level} 수준일 수 있습니다. 아직 보여 준 적은 없습니다.',
  'recommendation.not-now': '나중에',
  'recommendation.not-now-about': '나중에: {title}',
  'recommendation.set-aside': '60일 동안, 또는 상황이 달라질 때까지 권하지 않습니다.',
  'recommendation.undo': '되돌리기',

  'problem.recommendation-gone':
    '이 권유는 이미 바뀌었습니다. 아래에서 지금 권하는 것을 확인해 주십시오.',
} as const;
