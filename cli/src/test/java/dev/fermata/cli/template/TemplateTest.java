package dev.fermata.cli.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected is what Docker Compose 5.6 prints. */
final class TemplateTest {
  private static final Datum.Fields PORT =
      fields("URL", Datum.of("0.0.0.0"), "TargetPort", Datum.of(80));
  private static final Datum.Fields WEB =
      fields(
          "Name", Datum.of("ph-web-1"),
          "Service", Datum.of("web"),
          "State", Datum.of("running"),
          "Health", Datum.of(""),
          "ExitCode", Datum.of(0),
          "Label", new Datum.Lookup(name -> "<" + name + ">"),
          "Publishers", new Datum.Items(List.of(PORT, PORT)),
          "None", new Datum.Items(List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain#plain",
        "{{.Name}} is {{.State}}#ph-web-1 is running",
        "{{upper .Service}}{{.Name | lower}}{{title .Service}}#WEBph-web-1Web",
        "{{truncate .Name 4}}|{{pad .Service 2 3}}|{{len .Name}}#ph-w|  web   |8",
        "{{join (split .Name ~-~) ~_~}}#ph_web_1",
        "{{index (split .Name `-`) 1}} {{slice .Name 1 3}}#web h-",
        "{{json .Name}} {{json .Publishers}}#\"ph-web-1\" [{\"URL\":\"0.0.0.0\",\"TargetPort\":80},{\"URL\":\"0.0.0.0\",\"TargetPort\":80}]",
        "{{.Publishers}} {{.None}} {{(index .Publishers 0).TargetPort}}#[{0.0.0.0 80} {0.0.0.0 80}] [] 80",
        "{{.Label `a.b`}}#<a.b>",
        "{{if eq .State `created` `running`}}yes{{else}}no{{end}}#yes",
        "{{if .Health}}h{{else if .Name}}n{{else}}x{{end}}#n",
        "{{if and .Name (not .Health)}}a{{end}}{{or .Health `none`}}#anone",
        "{{range .Publishers}}{{.TargetPort}},{{end}}{{range .None}}x{{else}}none{{end}}#80,80,none",
        "{{range $i, $p := split .Name `-`}}{{$i}}={{$p}} {{end}}#0=ph 1=web 2=1 ",
        "{{range .Publishers}}{{$.Name}} {{end}}#ph-web-1 ph-web-1 ",
        "{{with .Service}}<{{.}}>{{end}}{{with .Health}}x{{else}}-{{end}}#<web>-",
        "{{$x := 1}}{{if true}}{{$x = 2}}{{$y := 3}}{{end}}{{$x}}#2",
        "{{printf `%s %v %q %5d %-5d|%t %x %%` .Name .Name .Name .ExitCode 7 true 255}}#ph-web-1 ph-web-1 \"ph-web-1\"     0 7    |true ff %",
        "{{printf `%-6s|%.2s` .Service .Service}}#web   |we",
        "{{printf `%d %s` .Name}}#%!d(string=ph-web-1) %!s(MISSING)",
        "{{print 1 2 `a` `b`}} {{ne 1 2}} {{lt 1 2}} {{ge `b` `a`}}#1 2ab true true true",
        "a {{- /* gone */ -}} b#ab",
        "a {{- .Service -}} b {{.Service -}}  #awebb web",
        "{{`{{.Name}}`}}#{{.Name}}",
      })
  void templates_print_what_go_prints(String template, String expected) throws TemplateException {
    assertThat(Template.parse(template.replace('~', '"')).text(WEB)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "a {{.Nope}}#5#there is no field `Nope`; there are Name, Service, State, Health, ExitCode, Label, Publishers, None",
        "{{.Name.Nope}}#8#a text has no field `Nope`",
        "{{.Name#1#`{{` is never closed by `}}`",
        "{{bar .Name}}#3#there is no function `bar`",
        "{{if .Name}}x#3#`if` has no `end`",
        "x{{end}}#4#`end` closes nothing",
        "{{if .Name}}{{else}}{{else}}{{end}}#23#`else` stands here for a second time",
        "{{}}#3#something is missing here",
        "{{.Name | }}#11#something is missing here",
        "{{`x}}#3#a text is never closed",
        "{{.Name ~}}#9#`~` means nothing here",
        "{{(.Name}}#3#`(` is never closed by `)`",
        "{{/* x}}#1#a comment is never closed",
        "{{index .None 0}}#3#`index` asks for item 0 of 0",
        "{{upper .ExitCode}}#3#`upper` takes a text, not a number",
        "{{eq .Name 1}}#3#`eq` cannot compare a text with a number",
        "{{len 3}}#3#`len` takes a text, a list or an object, not a number",
        "{{slice true 1}}#3#`slice` takes a text, a list or an object, not true or false",
        "{{slice .Name 3 2}}#3#`slice` asks for 3 to 2 of 8",
        "{{index .Name 0}}#3#`index` takes a list or an object, not a text",
        "{{pad .Name 2000000 0}}#3#`pad` takes a number up to 1000000, not 2000000",
        "{{range .Name}}{{end}}#3#`range` takes a list or an object, not a text",
        "{{$x}}#3#there is no variable `$x`",
        "{{.Name 1}}#3#`.Name` takes no argument",
        "{{.Label}}#3#`.Label` takes one text",
        "{{split .Name}}#3#`split` takes at least 2 arguments, not 1",
      })
  void a_mistake_is_told_with_its_place(String template, int position, String message) {
    TemplateException mistake =
        catchThrowableOfType(TemplateException.class, () -> Template.parse(template).text(WEB));

    assertThat(mistake.position()).isEqualTo(position);
    assertThat(mistake).hasMessage(message);
  }

  @Test
  void above_a_table_names_stand_for_values() throws TemplateException {
    var headers = fields("Name", Datum.of("NAME"), "Service", Datum.of("SERVICE"));

    assertThat(Template.parse("{{.Name}}\t{{upper .Service}}\t{{.Other}}").headers(headers))
        .isEqualTo("NAME\tSERVICE\t<no value>");
    assertThat(Template.parse("{{range .Other}}x{{end}}{{json .}}").headers(headers)).isEmpty();
  }

  @Test
  void a_deep_template_is_refused_and_does_not_end_the_program() {
    String deep = "{{" + "(".repeat(5000) + ".Name" + ")".repeat(5000) + "}}";

    assertThat(catchThrowableOfType(TemplateException.class, () -> Template.parse(deep)))
        .hasMessage("the template has more than 100 levels");
  }

  private static Datum.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Datum>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], (Datum) namesAndValues[i + 1]);
    }
    return new Datum.Fields(fields);
  }
}
