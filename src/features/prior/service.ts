export { decideClaim } from './service/decide.ts';
export {
  acknowledge,
  type OwnClaim,
  ownClaims,
  submitClaim,
  viewOwnClaim,
  withdrawClaim,
} from './service/own.ts';
export {
  countWaiting,
  openDocument,
  type ReviewedClaim,
  type ReviewQueue,
  reviewQueue,
  viewForReview,
} from './service/review.ts';
