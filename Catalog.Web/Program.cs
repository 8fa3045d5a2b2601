using System.CommandLine;
using Catalog.Web.Verbs;

// One binary, one verb for each thing to do; without a verb it serves.
var root = new RootCommand("An open data catalog and harvester: harvests departments and the judiciary, and serves what they publish.");
foreach (var option in CommonOptions.All) root.Add(option);
ServeVerb.AddTo(root);
root.Add(CheckVerb.Create());
root.Add(PlanVerb.Create());
root.Add(HarvestVerb.Create());
root.Add(HeldVerb.Create());
root.Add(ValidateVerb.Create());
root.Add(ReindexVerb.Create());
root.Add(ExportVerb.Create());
return await root.Parse(args).InvokeAsync();
