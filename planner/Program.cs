return await Jinlin.Planner.Commands.CommandLine.RunAsync(args);
