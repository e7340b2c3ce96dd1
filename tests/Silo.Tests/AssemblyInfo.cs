// Processes of their own fill both cores by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
