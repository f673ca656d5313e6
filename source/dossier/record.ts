import type {
	Actor,
	Claim,
	DossierEvent,
	Place,
	Quote,
	RecordId,
	Relation,
	Step,
	Tension,
} from './schema.ts';

export type DossierRecord =
	| Actor
	| Place
	| Quote
	| DossierEvent
	| Relation
	| Claim
	| Tension
	| Step;

export type RecordKind = KindedRecord['kind'];

/** A record together with its kind, so that a `switch` narrows it. */
export type KindedRecord =
	| {readonly kind: 'actor'; readonly record: Actor}
	| {readonly kind: 'place'; readonly record: Place}
	| {readonly kind: 'quote'; readonly record: Quote}
	| {readonly kind: 'event'; readonly record: DossierEvent}
	| {readonly kind: 'relation'; readonly record: Relation}
	| {readonly kind: 'claim'; readonly record: Claim}
	| {readonly kind: 'tension'; readonly record: Tension}
	| {readonly kind: 'step'; readonly record: Step};

/** The kind that an id carries before its colon. */
export const kindOf = (id: RecordId): RecordKind => id.slice(0, id.indexOf(':')) as RecordKind;

export const kinded = (record: DossierRecord): KindedRecord =>
	({kind: kindOf(record.id), record}) as KindedRecord;
