#compdef @PROGRAM@
# Completion for zsh of @PROGRAM@. Load it with:
#   source <(@PROGRAM@ completion zsh)

_@NAME@() {
  local answer directive line value
  local -a lines items space
  answer=$("${(Q)~words[1]}" __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null) || return
  lines=("${(@f)answer}")
  directive=${lines[-1]#:}
  lines=("${(@)lines[1,-2]}")
  [[ $PREFIX != -*=* ]] || compset -P '*='
  if ((directive & 8)); then
    _files -g '*.(yaml|yml)(-.)'
    return
  fi
  if ((directive & 16)); then
    _files -/
    return
  fi
  for line in $lines; do
    value=${line%%$'\t'*}
    items+=("${value//:/\\:}${${line#$value}/$'\t'/:}")
  done
  ((!(directive & 2))) || space=(-S '')
  if (($#items)); then
    _describe -V '@PROGRAM@' items $space
    return
  fi
  ((directive & 4)) || _files
}

if [[ $funcstack[1] == _@NAME@ ]]; then
  _@NAME@ "$@"
else
  compdef _@NAME@ @PROGRAM@
fi
