// Which group of measures answers which risk. Rules 3_11_003 to 3_11_006 and 5_18_006 of the national-system rule set give
// illness, schooling, disability, housing and water; 4.2 gives the safety net where labour is lacking. The others have no
// text: the baseline reads them from the groups' names, and a province may say otherwise.

export const BY_INDUSTRY = ['INDUSTRY_FAILURE'];
export const BY_MICROCREDIT = ['INDUSTRY_FAILURE'];
export const BY_EMPLOYMENT = ['UNSTABLE_JOB'];
export const BY_HEALTH = ['ILLNESS'];
export const BY_EDUCATION = ['SCHOOLING'];
export const BY_HOUSING = ['HOUSING'];
export const BY_WATER = ['WATER'];
export const BY_SAFETY_NET = ['ILLNESS', 'DISABILITY', 'LABOUR_SHORTAGE', 'DISASTER', 'ACCIDENT', 'OTHER'];
export const BY_SOCIAL_HELP = ['ILLNESS', 'SCHOOLING', 'DISABILITY', 'DISASTER', 'ACCIDENT', 'OTHER'];
export const BY_BETTER_CONDITIONS = ['OTHER'];
