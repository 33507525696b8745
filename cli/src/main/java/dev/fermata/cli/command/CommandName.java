package dev.fermata.cli.command;

import dev.fermata.cli.command.alpha.GenerateCommand;
import dev.fermata.cli.command.alpha.VizCommand;
import dev.fermata.cli.command.bridge.ConvertCommand;
import dev.fermata.cli.command.bridge.CreateTransformationCommand;
import dev.fermata.cli.command.bridge.ListTransformationsCommand;
import dev.fermata.cli.command.completion.CompletionCommand;
import dev.fermata.cli.command.copy.CommitCommand;
import dev.fermata.cli.command.copy.CpCommand;
import dev.fermata.cli.command.copy.ExportCommand;
import dev.fermata.cli.command.exec.AttachCommand;
import dev.fermata.cli.command.exec.ExecCommand;
import dev.fermata.cli.command.exec.RunCommand;
import dev.fermata.cli.command.explain.ExplainCommand;
import dev.fermata.cli.command.image.PullCommand;
import dev.fermata.cli.command.image.PushCommand;
import dev.fermata.cli.command.init.InitCommand;
import dev.fermata.cli.command.image.OutdatedCommand;
import dev.fermata.cli.command.image.UpdateCommand;
import dev.fermata.cli.command.logs.LogsCommand;
import dev.fermata.cli.command.plugin.PluginInstallCommand;
import dev.fermata.cli.command.plugin.PluginUninstallCommand;
import dev.fermata.cli.command.publish.PublishCommand;
import dev.fermata.cli.command.read.EventsCommand;
import dev.fermata.cli.command.read.ImagesCommand;
import dev.fermata.cli.command.read.LsCommand;
import dev.fermata.cli.command.read.PortCommand;
import dev.fermata.cli.command.read.StatsCommand;
import dev.fermata.cli.command.read.TopCommand;
import dev.fermata.cli.command.read.VolumesCommand;
import dev.fermata.cli.command.state.FreezeCommand;
import dev.fermata.cli.command.state.KillCommand;
import dev.fermata.cli.command.state.WaitCommand;
import dev.fermata.cli.command.up.CreateCommand;
import dev.fermata.cli.command.up.PlanCommand;
import dev.fermata.cli.command.up.ScaleCommand;
import dev.fermata.cli.command.up.UpCommand;
import dev.fermata.cli.command.watch.WatchCommand;
import dev.fermata.cli.grammar.Vocabulary;
import dev.fermata.cli.session.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The commands there are. A new one is its class, a constant here, and the line below that the
 * compiler then asks for. (Method references would be one line, and load all commands at each
 * start.)
 */
public enum CommandName {
  ALPHA_GENERATE,
  ALPHA_VIZ,
  ALPHA_PUBLISH,
  ATTACH,
  BRIDGE_CONVERT,
  BRIDGE_TRANSFORMATIONS_CREATE,
  BRIDGE_TRANSFORMATIONS_LIST,
  BRIDGE_TRANSFORMATIONS_LS,
  BUILD,
  COMMIT,
  COMPLETION,
  CONFIG,
  CP,
  CREATE,
  DOCTOR,
  DOWN,
  EVENTS,
  EXEC,
  EXPLAIN,
  EXPLAIN_ENV,
  EXPORT,
  GRAPH,
  IMAGES,
  INIT,
  KILL,
  LINT,
  LOGS,
  LS,
  OUTDATED,
  PAUSE,
  PLAN,
  PLUGIN_INSTALL,
  PLUGIN_UNINSTALL,
  PORT,
  PS,
  PULL,
  PUSH,
  PUBLISH,
  RESTART,
  RM,
  RUN,
  SCALE,
  SCHEMA,
  START,
  STATS,
  STOP,
  TOP,
  UNPAUSE,
  UP,
  UPDATE,
  VERSION,
  VOLUMES,
  WAIT,
  WATCH;

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** As the grammar needs them. */
  public static Vocabulary<Command> vocabulary() {
    return new Vocabulary<>() {
      @Override
      public List<String> names() {
        var names = new ArrayList<String>();
        for (CommandName name : values()) {
          names.add(name.text());
        }
        return names;
      }

      @Override
      public Command command(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_')).command();
      }
    };
  }

  /** Made when called only: a start pays for one command. */
  Command command() {
    return switch (this) {
      case ALPHA_GENERATE -> new GenerateCommand();
      case ALPHA_VIZ -> new VizCommand();
      case ALPHA_PUBLISH, PUBLISH -> new PublishCommand(text());
      case ATTACH -> new AttachCommand();
      case BRIDGE_CONVERT -> new ConvertCommand();
      case BRIDGE_TRANSFORMATIONS_CREATE -> new CreateTransformationCommand();
      case BRIDGE_TRANSFORMATIONS_LIST, BRIDGE_TRANSFORMATIONS_LS ->
          new ListTransformationsCommand(text());
      case BUILD -> new BuildCommand();
      case COMMIT -> new CommitCommand();
      case COMPLETION -> new CompletionCommand();
      case CP -> new CpCommand();
      case EXPORT -> new ExportCommand();
      case CONFIG -> new ConfigCommand();
      case CREATE -> new CreateCommand();
      case DOCTOR -> new DoctorCommand();
      case DOWN -> new DownCommand();
      case EXEC -> new ExecCommand();
      case EXPLAIN -> new ExplainCommand();
      case EXPLAIN_ENV -> new ExplainEnvCommand();
      case EVENTS -> new EventsCommand();
      case INIT -> new InitCommand();
      case IMAGES -> new ImagesCommand();
      case STATS -> new StatsCommand();
      case LS -> new LsCommand();
      case PORT -> new PortCommand();
      case TOP -> new TopCommand();
      case VOLUMES -> new VolumesCommand();
      case GRAPH -> new GraphCommand();
      case KILL -> new KillCommand();
      case LINT -> new LintCommand();
      case PAUSE -> new FreezeCommand(FreezeCommand.Direction.PAUSE);
      case PLAN -> new PlanCommand();
      case PLUGIN_INSTALL -> new PluginInstallCommand();
      case PLUGIN_UNINSTALL -> new PluginUninstallCommand();
      case LOGS -> new LogsCommand();
      case RESTART -> new RestartCommand();
      case RM -> new RmCommand();
      case SCALE -> new ScaleCommand();
      case RUN -> new RunCommand();
      case SCHEMA -> new SchemaCommand();
      case START -> new StartCommand();
      case STOP -> new StopCommand();
      case PS -> new PsCommand();
      case OUTDATED -> new OutdatedCommand();
      case UPDATE -> new UpdateCommand();
      case UNPAUSE -> new FreezeCommand(FreezeCommand.Direction.UNPAUSE);
      case PULL -> new PullCommand();
      case PUSH -> new PushCommand();
      case UP -> new UpCommand();
      case VERSION -> new VersionCommand();
      case WAIT -> new WaitCommand();
      case WATCH -> new WatchCommand();
    };
  }
}
