export const recommendation = {
  'recommendation.title': '다음에 해 볼 만한 일',
} as const;
