import {Failure} from './failure.ts';

/** A dossier cannot be read, is none, or is not one to do that with; the message begins with its path. */
export class DossierFailure extends Failure {}
