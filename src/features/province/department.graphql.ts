import { DEPARTMENTS } from '../../domain/support/policy-instrument.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 行业部门 · GraphQL enum of the departments. @article 5.2 */
export const DepartmentEnum = describedEnum(
  'Department',
  'Department that warns, compares data or provides support (行业部门) (art. 5.1, 5.2).',
  DEPARTMENTS,
  {
    RURAL_REVITALIZATION: 'Rural revitalization (乡村振兴部门), which runs the monitoring day by day.',
    CIVIL_AFFAIRS: 'Civil affairs (民政部门): subsistence allowance, extreme-poverty support, temporary assistance.',
    MEDICAL_SECURITY: 'Medical security (医保部门): medical insurance, critical-illness insurance, medical assistance.',
    HEALTH: 'Health (卫生健康部门): illnesses, family doctors, treatment before payment.',
    EDUCATION: 'Education (教育部门): compulsory education, pupils out of school, school aid.',
    HOUSING:
      'Housing and urban-rural development (住房和城乡建设部门): safe housing, renovation of dilapidated houses.',
    WATER: 'Water resources (水利部门): safe drinking water, floods and droughts.',
    HUMAN_RESOURCES: 'Human resources and social security (人力资源社会保障部门): employment, training, pensions.',
    AGRICULTURE: 'Agriculture and rural affairs (农业农村部门): farming, breeding, rural industries.',
    EMERGENCY: 'Emergency management (应急管理部门): disasters and disaster relief.',
    PUBLIC_SECURITY: 'Public security (公安部门): household registration, traffic accidents, vehicles.',
    DISABLED_FEDERATION: "Disabled persons' federation (残联): disability certificates, grades and allowances.",
    PETITIONS: 'Petitions and complaints (信访部门): difficulties that people report by letter or visit.',
    NATURAL_RESOURCES: 'Natural resources (自然资源部门): geological hazards, land, real-estate registration.',
    MARKET_REGULATION: 'Market regulation (市场监管部门): registered businesses, used when assets are compared.',
    FINANCE: 'Finance (财政部门): subsidies paid out and funds for rural revitalization.',
    OTHER: 'Another department (其他部门) that the list does not name.',
  },
);
