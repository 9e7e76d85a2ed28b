export { chooseMail, mailChoiceOf } from './service/choices.ts';
export { remind } from './service/remind.ts';
