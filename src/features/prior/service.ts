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
  decideClaim,
  openDocument,
  type ReviewedClaim,
  type ReviewQueue,
  reviewQueue,
  viewForReview,
} from './service/review.ts';
