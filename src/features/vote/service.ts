export {
  beginExercise,
  type ExerciseList,
  exerciseAt,
  exercisesOf,
  type ListedExercise,
  type RunExercise,
} from './service/exercises.ts';
export { callOffVote, closeVote, openVote } from './service/leading.ts';
export {
  type OpenVote,
  openVotesFor,
  type Revealed,
  type SeenVote,
  viewVote,
  votePosition,
} from './service/seeing.ts';
export { castVote } from './service/voting.ts';
