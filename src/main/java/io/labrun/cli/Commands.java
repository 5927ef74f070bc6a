package io.labrun.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All commands by name. A parser is made of the one command that is wanted: to describe them all
 * takes longer than most of them run.
 */
final class Commands {
  /** What runs where no command is named. */
  private static final String USUAL = "run";

  private static final String HELP = "help";
  private static final Set<String> ABOUT_ALL = Set.of(HELP, "-h", "--help", "-V", "--version");
  private static final Set<String> READING =
      Set.of(USUAL, "grade", "validate", "plan", "graph", "up", "check", "trust", "images");
  private static final String COMPLETION = "completion";
  private static final Map<String, Function<Console, Object>> ALL = all();

  private final Console console;

  /** The commands, to be run in the world of a console. */
  Commands(Console console) {
    this.console = console;
  }

  private static Map<String, Function<Console, Object>> all() {
    Map<String, Function<Console, Object>> all = new LinkedHashMap<>();
    all.put(USUAL, RunCommand::new);
    all.put("grade", GradeCommand::new);
    all.put("validate", ValidateCommand::new);
    all.put("new", NewCommand::new);
    all.put("explain", ExplainCommand::new);
    all.put("plan", PlanCommand::new);
    all.put("graph", GraphCommand::new);
    all.put("up", UpCommand::new);
    all.put("check", CheckCommand::new);
    all.put("down", DownCommand::new);
    all.put("ls", LsCommand::new);
    all.put("clean", CleanCommand::new);
    all.put("trust", TrustCommand::new);
    all.put("images", ImagesCommand::withActions);
    all.put("doctor", DoctorCommand::new);
    all.put(COMPLETION, CompletionCommand::new);
    all.put(HELP, console -> new HelpCommand());
    return all;
  }

  /** The names of all commands, in the order of the help. */
  static Collection<String> names() {
    return ALL.keySet();
  }

  /** Whether a command reads scenarios, as far as its name tells. */
  static boolean readsScenarios(String name) {
    return READING.contains(name);
  }

  /** Whether the command that these words begin with takes {@code --host}. */
  static boolean takeHost(List<String> words) {
    String name = words.get(0);
    if (!ALL.containsKey(name) || name.equals(HELP) || name.equals(COMPLETION)) {
      return false;
    }
    // It is only described and never run, so nobody asks for a console.
    CommandLine command = new Commands(null).parser(name).getSubcommands().get(name);
    CommandLine meant =
        words.size() > 1 ? command.getSubcommands().getOrDefault(words.get(1), command) : command;
    return meant.getCommandSpec().findOption("--host") != null;
  }

  /** The arguments with the usual command before them where they name none. */
  String[] withCommand(String... args) {
    if (ALL.containsKey(args[0]) || ABOUT_ALL.contains(args[0])) {
      return args;
    }
    String[] words = new String[args.length + 1];
    words[0] = USUAL;
    System.arraycopy(args, 0, words, 1, args.length);
    return words;
  }

  /** A parser that knows at least the command of a word. */
  CommandLine parser(String word) {
    if (!ALL.containsKey(word) || word.equals(HELP) || word.equals(COMPLETION)) {
      return root();
    }
    CommandLine parser = new CommandLine(CommandSpec.create().name("labrun"));
    parser.addSubcommand(word, ALL.get(word).apply(console));
    return parser;
  }

  /** A parser that knows all commands. */
  CommandLine root() {
    CommandLine parser = new CommandLine(new RootCommand(console));
    parser
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit status. " + ExitStatus.OF_SEVERAL + "%n")
        .exitCodeList(ExitStatus.meanings());
    ALL.forEach((name, command) -> parser.addSubcommand(name, command.apply(console)));
    parser
        .getSubcommands()
        .get(HELP)
        .getCommandSpec()
        .usageMessage()
        .header("Show the help of a command.");
    return parser;
  }
}
