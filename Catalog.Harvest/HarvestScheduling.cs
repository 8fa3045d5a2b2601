using Catalog.Harvest.Config;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Catalog.Harvest;

/// <summary>Puts every source on its cron.</summary>
public static class HarvestScheduling
{
    /// <summary>Where a job finds which source it is for.</summary>
    internal const string SourceKey = "source";

    public static IServiceCollection AddHarvestSchedule(this IServiceCollection services, HarvestConfig config)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var source in config.Sources)
            {
                if (source.Schedule is not { } schedule) continue;
                var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
                quartz.ScheduleJob<HarvestJob>(
                    trigger => trigger.WithIdentity(source.Id)
                        // Asleep or too busy for several times of the cron: one run makes up for all of them.
                        .WithCronSchedule(schedule.Cron, cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
                    // Concurrent on purpose: a run that finds the previous one still going must be seen to be skipped, not wait.
                    job => job.WithIdentity(source.Id).UsingJobData(SourceKey, source.Id));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);
        return services;
    }
}

/// <summary>One run of one source, when its cron says so.</summary>
public sealed class HarvestJob(HarvestRunner runner, HarvestConfig config) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var id = (string)context.MergedJobDataMap[HarvestScheduling.SourceKey]!;
        if (config.FindSource(id) is { } source) await runner.RunAsync(source, "schedule", cancellationToken);
    }
}
