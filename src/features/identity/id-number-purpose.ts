/** 身份号码摘要的用途 · Purpose of the digest that identity numbers are found by. */
export const ID_NUMBER_PURPOSE = 'id-number';
