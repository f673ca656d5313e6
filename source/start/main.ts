import type {DashboardStart} from '../commands/show-dashboard.ts';

/** What a program is run by; it ends the process. A command is ready when what was asked for is printed. */
export type Main = (host: NodeJS.Process, start: DashboardStart) => Promise<void>;
