import { AssessmentResolver, HouseholdAssessmentResolver } from './assessment.resolver.js';
import { type AssessmentParts, AssessmentService } from './assessment.service.js';

/** 监测评估室 · Service and resolvers of assessments. @article none — technical */
export function assembleAssessments(parts: AssessmentParts) {
  const service = new AssessmentService(parts);
  return { service, resolvers: [new AssessmentResolver(service), new HouseholdAssessmentResolver(service)] };
}
