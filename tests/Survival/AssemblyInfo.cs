// Each of these takes the whole machine: side by side they would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
