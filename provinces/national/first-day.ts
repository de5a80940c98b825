/** The day of 中农组发〔2021〕7号: the rules of 2020 were not read, so nothing but the line of 2021 begins earlier. */
export const FIRST_DAY = '2021-05-14';
