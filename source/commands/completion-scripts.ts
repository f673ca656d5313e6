import type {SHELLS} from './completion-spec.ts';

/*
Each script asks the program itself, `libya-tui __complete INDEX WORD…`: which of the words the cursor is in,
from 0, and the words behind the name of the program. It answers with a line for each candidate, behind a tab
what that is. Lines that begin with a colon are no candidates: `:files` and `:folders` ask for names of files
or of folders, `:open` says that what is completed goes on.
*/

const BASH = `# libya-tui in bash. The words are put together again where bash took them apart at = and :.
_libya_tui() {
	local rest=$COMP_LINE words=() at=-1 index=0 i word line
	COMPREPLY=()
	for ((i = 0; i < \${#COMP_WORDS[@]}; i++)); do
		word=\${COMP_WORDS[i]}
		if ((i > 1)) && [[ -n $rest && $rest != [[:space:]]* ]]; then
			words[at]+=$word
		else
			at=$((at + 1))
			words[at]=$word
			rest=\${rest#"\${rest%%[![:space:]]*}"}
		fi
		rest=\${rest#"$word"}
		((i == COMP_CWORD)) && index=$at
	done
	local current=\${words[index]}
	# What bash has kept of the current word begins behind its last = or :.
	local kept=\${current%"\${current##*[=:]}"}
	[[ $COMP_WORDBREAKS == *:* ]] || kept=\${current%"\${current##*=}"}
	words=("\${words[@]//\\\\/}")
	words=("\${words[@]//\\"/}")
	words=("\${words[@]//\\'/}")
	while IFS= read -r line; do
		case $line in
			:files | :folders)
				compopt -o filenames 2> /dev/null
				local action=-f value=\${current#--*=}
				[[ $line == :folders ]] && action=-d
				while IFS= read -r word; do
					COMPREPLY+=("$word")
				done < <(compgen $action -- "\${value//[\\"\\']/}")
				;;
			:open) compopt -o nospace 2> /dev/null ;;
			*)
				word=\${line%%$'\\t'*}
				COMPREPLY+=("\${word#"$kept"}")
				;;
		esac
	done < <("$1" __complete "$((index - 1))" "\${words[@]:1}" 2> /dev/null)
}
complete -F _libya_tui libya-tui
`;

const ZSH = `#compdef libya-tui
# libya-tui in zsh.
_libya_tui() {
	local line space=' '
	local -a candidates labels all
	all=("\${(@Q)words}")
	all[CURRENT]=\${(Q)PREFIX}
	while IFS= read -r line; do
		case $line in
			:files)
				compset -P '--*='
				_files
				;;
			:folders)
				compset -P '--*='
				_files -/
				;;
			:open) space='' ;;
			*)
				candidates+=("\${line%%$'\\t'*}")
				if [[ $line == *$'\\t'* ]]; then
					labels+=("\${line%%$'\\t'*}  -- \${line#*$'\\t'}")
				else
					labels+=("$line")
				fi
				;;
		esac
	done < <("\${all[1]}" __complete "$((CURRENT - 2))" "\${(@)all[2,-1]}" 2> /dev/null)
	(($#candidates)) && compadd -l -S "$space" -d labels -a candidates
}
if [[ \${funcstack[1]} == _libya_tui ]]; then
	_libya_tui "$@"
else
	compdef _libya_tui libya-tui
fi
`;

const FISH = `# libya-tui in fish.
function __libya_tui
	set -l before (commandline -opc)
	set -l current (commandline -ct)
	# The same without its quotes and backslashes; a quote may have yet to end.
	set -l typed (for end in '' "'" '"'; string unescape -- "$current$end"; and break; end)
	set -l all (commandline -op)
	set -l program $before[1]
	set -l index (math (count $before) - 1)
	set -l from (math (count $before) + 1)
	if test -n "$current"
		set from (math $from + 1)
	end
	set -l after
	if test $from -le (count $all)
		set after $all[$from..-1]
	end
	set -e before[1]
	for line in ($program __complete $index $before "$typed" $after 2> /dev/null)
		switch $line
			case :files
				# As fish does of a command that it does not know, tilde, variables, quotes and all.
				complete -C "'' $current"
			case :folders
				complete -C "'' $current" | string match -r -- '.*/$'
			case ':*'
			case '*'
				echo $line
		end
	end
end
complete -c libya-tui -f -a '(__libya_tui)'
`;

export const COMPLETION_SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
	bash: BASH,
	zsh: ZSH,
	fish: FISH,
};
