/** The process that makes a press for a build, and ends when the build does. */
import { keepCodeReady } from '../store/ready-code.ts';

const leave = (): never => process.exit(1);
process.once('disconnect', leave);
keepCodeReady();
const { makePressIn } = await import('./make-press.ts');
const { stopFor } = await import('./stop.ts');
try {
  await makePressIn(process.argv[2] ?? '');
  process.off('disconnect', leave);
  process.disconnect();
} catch (error) {
  await stopFor(error);
}
