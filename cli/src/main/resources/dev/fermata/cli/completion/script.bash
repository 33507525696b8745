# Completion for bash of @PROGRAM@. Load it with:
#   source <(@PROGRAM@ completion bash)

# The words up to the cursor, as the program would get them: bash cuts them at `=` and `:` as well.
_@NAME@_words() {
  local rest=${COMP_LINE:0:COMP_POINT} word space i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    ((i < COMP_CWORD)) || word=${rest#"${rest%%[![:space:]]*}"}
    space=${rest%%[![:space:]]*}
    rest=${rest#"$space"}
    rest=${rest#"$word"}
    if ((i > 0)) && [[ -z $space ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  for i in "${!words[@]}"; do
    word=${words[i]//[\"\'\\]/}
    words[i]=${word/#\~\//$HOME/}
  done
}

_@NAME@() {
  local words answer directive current line
  _@NAME@_words
  current=${words[${#words[@]} - 1]}
  answer=$("${words[0]}" __completeNoDesc "${words[@]:1}" 2>/dev/null) || return
  directive=${answer##*:}
  answer=${answer%:*}
  [[ $current != -*=* ]] || current=${current#*=}
  COMPREPLY=()
  if ((directive & 8)); then
    compopt -o filenames
    while IFS= read -r line; do
      [[ -d $line || $line == *.yaml || $line == *.yml ]] && COMPREPLY+=("$line")
    done < <(compgen -f -- "$current")
    return
  fi
  if ((directive & 16)); then
    compopt -o filenames
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$current")
    return
  fi
  while IFS= read -r line; do
    [[ -n $line && $line == "$current"* ]] && COMPREPLY+=("$line")
  done <<<"$answer"
  ((!(directive & 2))) || compopt -o nospace
  if ((${#COMPREPLY[@]} == 0 && !(directive & 4))); then
    compopt +o nospace -o default
  fi
  # What readline replaces begins behind the last colon of the word.
  if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${current%"${current##*:}"}"}")
  fi
}

complete -F _@NAME@ @PROGRAM@
