export { type AssessedHousehold, type AssessmentParts, AssessmentService } from './assessment.service.js';
export { presentAssessment } from './present-assessment.js';
