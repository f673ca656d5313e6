import type {RecordId} from '../dossier/schema.ts';
import type {ListView} from './view.ts';

/** What every list pane is given to draw. */
export interface ListPaneProps {
	readonly view: ListView;
	readonly related: ReadonlySet<RecordId>;
	readonly marked: ReadonlySet<RecordId>;
	readonly columns: number;
	readonly rows: number;
	readonly isFocused: boolean;
	readonly isFramed: boolean;
}
