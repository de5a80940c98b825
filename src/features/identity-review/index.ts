export { mirrorIdentityReviews } from './mirror-identity-reviews.js';
