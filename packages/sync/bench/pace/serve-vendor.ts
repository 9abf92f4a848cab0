import { baseOf } from './base-of.ts';
import { vendorNamed } from './vendors.ts';

/** One vendor in a process of its own: its work is not ours. */
const vendor = vendorNamed(process.argv[2]);
const { url } = await vendor.start(baseOf(vendor));
process.send?.(url);
