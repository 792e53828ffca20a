/**
 * npm run bench [-- checking | matching]: both when none is named. Ratios are what to compare between machines.
 */
import { benchChecking } from './bench/checking';
import { compareAccuracy } from './bench/matching/compare-accuracy';
import { compareSpeed } from './bench/matching/compare-speed';

const [part] = process.argv.slice(2);
if (part === undefined || part === 'checking') benchChecking();
if (part === undefined || part === 'matching') compareSpeed(compareAccuracy());
