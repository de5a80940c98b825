export { narrowQuestion, type UsedSegmentFacts } from './narrow-question.js';
export { SegmentReader } from './segment-reader.service.js';
