import type {CommandSpec, Given} from './command-spec.ts';
import {COMPLETE, type CommandName} from './command-specs.ts';
import {COMPLETION} from './completion-spec.ts';
import {DossierFailure} from './dossier-failure.ts';
import {EXPORT} from './export-spec.ts';
import {helpText} from './help-text.ts';
import type {ExitCode, Host} from './host.ts';
import {LIST} from './list-spec.ts';
import {MAN} from './man-spec.ts';
import type {Perform} from './perform.ts';
import {readOverSsh} from './read-over-ssh.ts';
import {readWords} from './read-words.ts';
import {remoteSpec} from './remote-spec.ts';
import {SEARCH} from './search-spec.ts';
import {settingsOf} from './settings.ts';
import {SHOW} from './show-spec.ts';
import {tellFaults} from './tell-faults.ts';
import {VALIDATE} from './validate-spec.ts';
import {VERIFY} from './verify-spec.ts';
import {writeOut} from './write-out.ts';

/** @param argv - What follows the name of the command. */
type Run = (host: Host, argv: readonly string[]) => Promise<ExitCode>;

const isOther = ({name, isOptional}: CommandSpec['words'][number]): boolean =>
	name !== 'DOSSIER' || isOptional !== true;

/** Where a command can be given a dossier and is not, it gets the one that is set. */
const performWithDefaults = async <Spec extends CommandSpec>(
	perform: Perform<Spec>,
	host: Host,
	{words}: Spec,
	given: Given<Spec>,
): Promise<ExitCode> => {
	const isNamed = (given as {dossier?: string}).dossier !== undefined;
	if (isNamed || words.every(isOther) || host.served !== undefined) {
		return perform(host, given);
	}

	const {dossier, dossierFrom, faults} = settingsOf(host.env);
	tellFaults(host, (await faults?.()) ?? []);
	try {
		return await perform(host, {...given, dossier});
	} catch (error) {
		if (dossier === undefined || !(error instanceof DossierFailure)) {
			throw error;
		}

		const {failureOfSet} = await import('./dossier-set.ts');
		throw failureOfSet(error, dossierFrom);
	}
};

/** @param load - What the command does is loaded once its command line is known to be right. */
export const command =
	<const Spec extends CommandSpec>(spec: Spec, load: () => Promise<Perform<Spec>>): Run =>
	async (host, argv) => {
		const isHere = host.served === undefined;
		const given: Given<Spec> | undefined = (isHere ? readWords : readOverSsh)(spec, argv);
		if (given === undefined) {
			return writeOut(host, helpText(isHere ? spec : remoteSpec(spec)));
		}

		const perform = await load();
		return performWithDefaults(perform, host, spec, given);
	};

/** Every command by its name. */
export const COMMANDS: Readonly<Record<Exclude<CommandName, 'serve'>, Run>> = {
	export: command(EXPORT, async () => (await import('./export.ts')).exportDossier),
	list: command(LIST, async () => (await import('./list.ts')).list),
	show: command(SHOW, async () => (await import('./show.ts')).show),
	search: command(SEARCH, async () => (await import('./search.ts')).search),
	validate: command(VALIDATE, async () => (await import('./validate.ts')).validate),
	completion: command(COMPLETION, async () => (await import('./completion.ts')).completion),
	man: command(MAN, async () => (await import('./man.ts')).man),
	[COMPLETE]: async (host, argv) => (await import('./complete.ts')).complete(host, argv),
	verify: command(VERIFY, async () => (await import('./verify.ts')).verify),
};
