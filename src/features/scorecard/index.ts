export { keepScores } from './keep-scores.js';
