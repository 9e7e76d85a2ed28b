export { earnedBy } from './service/earned.ts';
export { type CredentialApp, issueCredential } from './service/issue.ts';
export {
  publicKey,
  publicKeys,
  rotateKeys,
  type SigningApp,
  signingKeys,
  withdrawKey,
} from './service/keys.ts';
export { signedBytes, statusList } from './service/published.ts';
export {
  allCredentials,
  allowAgain,
  CREDENTIALS_PAGE,
  ownCredentials,
  readOwnCredential,
  takeBack,
  viewOwnCredential,
  WHY_MAX,
  withdrawCredential,
} from './service/revoke.ts';
export {
  checkForStranger,
  type Verified,
  type VerifyingApp,
  verifyGiven,
  verifyStored,
} from './service/verify.ts';
