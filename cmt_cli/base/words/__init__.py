"""Every sentence the program itself says, a file for each command group."""
