export { NoticeReader } from './notice-reader.service.js';
