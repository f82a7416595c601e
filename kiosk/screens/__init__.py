"""What people see: QML pages (design, components, visitor) and the view-models behind them."""
