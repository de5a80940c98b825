export { CampaignReader } from './campaign-reader.service.js';
