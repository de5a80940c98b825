import { ROLES } from '../../domain/jurisdiction/role.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 角色 · GraphQL enum of the roles; stands in the first room, since every later one may need it. @article 5.1 */
export const RoleEnum = describedEnum(
  'Role',
  'What a signed-in person or system may do in its region (角色) (art. 5.1). A token may carry several; they add up.',
  ROLES,
  {
    RESIDENT: 'A rural resident (农户): sees the own household and how its case stands, and declares a difficulty.',
    VILLAGE_WORKER:
      'Village cadre or resident worker (村级工作人员、驻村干部): keeps the register, verifies leads, does the village steps and notices.',
    TOWNSHIP_OFFICER:
      "Township officer (乡镇工作人员): the village's work, township reviews, support plans, urgent help, objections.",
    COUNTY_OFFICER:
      'County officer (县级工作人员): county decisions, rollback, withdrawal, corrections, campaigns; never verifies for a run that it decides.',
    CITY_OFFICER:
      'City or prefecture officer (市级工作人员): hazards, regional warnings, studies and campaigns of the region.',
    PROVINCE_OFFICER: 'Province officer (省级工作人员): as the city, and the simulation of rules.',
    NATIONAL_OFFICER:
      'National officer (国家级工作人员): reads everything with names masked, changes nothing of it; keeps named segments of figures.',
    DEPARTMENT_CLIENT:
      "A department's information system (行业部门系统): sends alerts and indicators, reads back what came of them.",
    ANALYST: 'Analyst (分析人员): aggregates under disclosure control only; no household, no case, no name.',
    PROVINCE_IT:
      "The province's information technology staff (省级信息化人员): its configuration and the simulation of rules.",
    AUDITOR: 'Auditor (监督审计人员): the audit trail, the check of its chain, quality findings, masked cases.',
  },
);
