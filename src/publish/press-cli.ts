/** The process that makes a press for a build, and ends when the build does. */
import { makePressIn } from './make-press.ts';
import { stopFor } from './stop.ts';

const leave = (): never => process.exit(1);
process.once('disconnect', leave);
try {
  await makePressIn(process.argv[2] ?? '');
  process.off('disconnect', leave);
  process.disconnect();
} catch (error) {
  await stopFor(error);
}
