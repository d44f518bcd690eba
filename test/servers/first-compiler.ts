/** Flag of a JVM that lives for minutes: it does without its second compiler, and starts in half of the time. */
export const firstCompiler = '-XX:TieredStopAtLevel=1';
