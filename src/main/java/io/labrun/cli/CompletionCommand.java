package io.labrun.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that makes a shell complete labrun's commands and options. */
@Command(
    name = "completion",
    header = "Print the script that makes bash or zsh complete what you type.",
    description = {
      "",
      "For this shell:    source <(labrun completion)",
      "For every shell:   labrun completion >/etc/bash_completion.d/labrun",
      ""
    })
final class CompletionCommand implements Runnable {
  private final Console console;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.out().print(AutoComplete.bash("labrun", spec.root().commandLine()));
  }
}
