export { narrowQuestion, SEGMENT_ARGUMENT, type UsedSegmentFacts } from './narrow-question.js';
export { SegmentReader } from './segment-reader.service.js';
