/** Compiles when the sources are not those of the last build. @returns whether it did */
export function build(): boolean;
