import {createElement, type FunctionComponent} from 'react';

type Overview = FunctionComponent<{readonly error: Error}>;

/** Ink's report of a fault, which is loaded when there is one. */
const ErrorOverview: Overview = props =>
	createElement((require('ink-error-overview') as {default: Overview}).default, props);

export default ErrorOverview;
