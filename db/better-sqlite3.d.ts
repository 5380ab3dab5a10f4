// The driver's own typings are not reachable through its package exports; driver.ts says what we use of it.
declare module 'better-sqlite3' {
  const Database: import('./driver.ts').Driver;
  export default Database;
}
