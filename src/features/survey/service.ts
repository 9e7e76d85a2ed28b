export {
  type AskedRound,
  type OpenForm,
  sendAnswers,
  surveysFor,
  viewRound,
} from './service/answering.ts';
export { type RoundResults, resultsFor, rowsFor } from './service/results.ts';
export {
  closeRound,
  type LedRound,
  openRound,
  type RoundInput,
  roundsLedBy,
  type SurveyPlaces,
  surveyPlaces,
} from './service/rounds.ts';
