import { compose } from './compose.ts';
import { startShell } from './shell.ts';

startShell(compose);
